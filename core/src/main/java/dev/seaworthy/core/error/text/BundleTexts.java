// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.text;

import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts in a {@link ResourceBundle}. The bundle without a language is English; the machine's own locale plays no part.
 * Thread-safe.
 *
 * <p>Bounded: clients can ask for any language, so only ISO languages are looked for, and at most {@value #MAX_REGIONS}
 * languages with a region; further regions get the language without one.
 */
public final class BundleTexts implements ProblemTexts {

    static final int MAX_REGIONS = 200;

    private static final String SHIPPED = "dev.seaworthy.core.error.text.problems";

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final String baseName;
    private final ClassLoader loader;
    private final ResourceBundle root;
    private final Map<Locale, List<ResourceBundle>> byLocale = new ConcurrentHashMap<>();

    private BundleTexts(String baseName, ClassLoader loader) {
        this.baseName = baseName;
        this.loader = loader;
        this.root = ResourceBundle.getBundle(baseName, Locale.ROOT, loader);
    }

    /**
     * The texts of an app.
     *
     * @param baseName as {@link ResourceBundle} wants it: {@code com.example.problems}
     * @throws IllegalArgumentException if there is no bundle of this name without a language
     */
    public static BundleTexts of(String baseName, ClassLoader loader) {
        try {
            return new BundleTexts(baseName, loader);
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException(
                    "bundle of problem texts cannot be found, got '" + baseName + "'; put a file "
                            + baseName.replace('.', '/') + ".properties on the class path",
                    missing);
        }
    }

    /** The texts that come along: English and German. */
    public static BundleTexts shipped() {
        return of(SHIPPED, BundleTexts.class.getClassLoader());
    }

    @Override
    public @Nullable LocalizedText find(String key, Locale wanted) {
        for (ResourceBundle bundle : nearestFirst(wanted)) {
            if (owns(bundle, key)) {
                Locale locale = bundle == root ? Locale.ENGLISH : bundle.getLocale();
                return new LocalizedText(bundle.getString(key), locale);
            }
        }
        return null;
    }

    private List<ResourceBundle> nearestFirst(Locale wanted) {
        if (!LANGUAGES.contains(wanted.getLanguage())) {
            return List.of(root);
        }
        Locale language = Locale.forLanguageTag(wanted.getLanguage());
        Locale asked = wanted.getCountry().isEmpty()
                ? language
                : new Locale.Builder()
                        .setLocale(language)
                        .setRegion(wanted.getCountry())
                        .build();
        List<ResourceBundle> known = byLocale.get(asked);
        if (known != null) {
            return known;
        }
        boolean full = byLocale.size() >= MAX_REGIONS && !asked.equals(language);
        return byLocale.computeIfAbsent(full ? language : asked, this::load);
    }

    private List<ResourceBundle> load(Locale asked) {
        List<ResourceBundle> bundles = new ArrayList<>();
        for (Locale locale : List.of(asked, Locale.forLanguageTag(asked.getLanguage()))) {
            ResourceBundle nearest = ResourceBundle.getBundle(baseName, locale, loader);
            // Where there is none, Java answers in the language of the machine, which says nothing about the client.
            if (nearest.getLocale().getLanguage().equals(asked.getLanguage()) && !bundles.contains(nearest)) {
                bundles.add(nearest);
            }
        }
        bundles.add(root);
        return List.copyOf(bundles);
    }

    /** A bundle also answers for its parents, and those speak another language. */
    private static boolean owns(ResourceBundle bundle, String key) {
        if (bundle instanceof PropertyResourceBundle properties) {
            return properties.handleGetObject(key) != null;
        }
        if (bundle instanceof ListResourceBundle list) {
            return list.handleGetObject(key) != null;
        }
        return bundle.containsKey(key);
    }
}
