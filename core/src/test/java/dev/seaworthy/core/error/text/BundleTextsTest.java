// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.rule.HttpStatuses;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BundleTextsTest {

    private static final String KEY = "problem.NOT_FOUND.title";

    private final Locale machine = Locale.getDefault();
    private final BundleTexts texts = BundleTexts.shipped();

    @AfterEach
    void restore() {
        Locale.setDefault(machine);
    }

    @Test
    void speaksEnglishAndGerman() {
        assertThat(texts.find(KEY, Locale.ENGLISH))
                .isEqualTo(new LocalizedText("There is nothing at this address", Locale.ENGLISH));
        assertThat(texts.find(KEY, Locale.GERMAN))
                .isEqualTo(new LocalizedText("Unter dieser Adresse gibt es nichts", Locale.GERMAN));
    }

    @Test
    void aRegionGetsItsLanguageAndSaysSo() {
        assertThat(texts.find(KEY, Locale.forLanguageTag("de-AT")))
                .extracting(LocalizedText::locale)
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void anUnknownLanguageGetsEnglishWhateverTheMachineSpeaks() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(BundleTexts.shipped().find(KEY, Locale.FRENCH))
                .isEqualTo(new LocalizedText("There is nothing at this address", Locale.ENGLISH));
        assertThat(BundleTexts.shipped().find(KEY, Locale.ENGLISH))
                .isEqualTo(new LocalizedText("There is nothing at this address", Locale.ENGLISH));
        assertThat(BundleTexts.shipped().find(KEY, Locale.ROOT))
                .isEqualTo(new LocalizedText("There is nothing at this address", Locale.ENGLISH));
    }

    @Test
    void anUnknownKeyIsNotThere() {
        assertThat(texts.find("problem.NO_SUCH_CODE.title", Locale.GERMAN)).isNull();
    }

    @Test
    void whatATranslationLacksIsEnglishAndSaysSo() {
        BundleTexts app =
                BundleTexts.of("dev.seaworthy.core.error.text.app", getClass().getClassLoader());

        assertThat(app.find("problem.OUT_OF_STOCK.title", Locale.GERMAN))
                .isEqualTo(new LocalizedText("Ausverkauft", Locale.GERMAN));
        assertThat(app.find("problem.TOO_LATE.title", Locale.GERMAN))
                .isEqualTo(new LocalizedText("Too late", Locale.ENGLISH));
    }

    @Test
    void ownTextsComeFirst() {
        ProblemTexts own = (key, wanted) -> key.equals(KEY) ? new LocalizedText("Nix da", wanted) : null;

        ProblemTexts both = own.orElse(texts);

        assertThat(both.find(KEY, Locale.GERMAN)).isEqualTo(new LocalizedText("Nix da", Locale.GERMAN));
        assertThat(both.find("problem.GONE.title", Locale.GERMAN)).isNotNull();
    }

    @Test
    void aBundleThatIsNotThereIsRefusedInWords() {
        assertThatThrownBy(
                        () -> BundleTexts.of("com.example.nothing", getClass().getClassLoader()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bundle of problem texts cannot be found, got 'com.example.nothing'; put a file "
                        + "com/example/nothing.properties on the class path");
    }

    @Test
    void clientsThatAskForEverythingStillGetAnswers() {
        long seed = System.identityHashCode(this);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String[] countries = Locale.getISOCountries();
        for (int i = 0; i < 10 * BundleTexts.MAX_REGIONS; i++) {
            String junk =
                    Integer.toString(random.nextInt(26 * 26 * 26) + 46_656, 36).replaceAll("[0-9]", "x");
            texts.find(KEY, Locale.forLanguageTag(junk + "-" + countries[i % countries.length]));
            texts.find(KEY, Locale.forLanguageTag("fr-" + countries[i % countries.length]));
        }

        assertThat(texts.find(KEY, Locale.forLanguageTag("de-CH")))
                .extracting(LocalizedText::locale)
                .isEqualTo(Locale.GERMAN);
        assertThat(texts.find(KEY, Locale.GERMAN))
                .extracting(LocalizedText::locale)
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void everyClassAndNamedStatusHasATitleInBothLanguages() throws IOException {
        for (Locale locale : Set.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (FailureClass row : FailureClass.values()) {
                assertThat(texts.find("class." + row.name() + ".title", locale))
                        .as(row.name())
                        .isNotNull();
            }
        }
        assertThat(keys("problems_de.properties")).isEqualTo(keys("problems.properties"));
        assertThat(keys("problems.properties"))
                .contains("problem." + HttpStatuses.classify(418).code() + ".title");
    }

    private static Set<String> keys(String file) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(BundleTexts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader).keySet();
        }
    }
}
