// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.validation.content.MoneyAmount;
import dev.seaworthy.core.validation.content.NoFormula;
import dev.seaworthy.core.validation.content.SafeFilename;
import dev.seaworthy.core.validation.html.CleanHtml;
import dev.seaworthy.core.validation.html.SafeHtml;
import dev.seaworthy.core.validation.name.Identifier;
import dev.seaworthy.core.validation.name.NoConfusables;
import dev.seaworthy.core.validation.pattern.PatternSafe;
import dev.seaworthy.core.validation.text.SafeText;
import dev.seaworthy.core.validation.text.SingleLine;
import dev.seaworthy.core.validation.upload.FileType;
import dev.seaworthy.core.validation.upload.StoredFile;
import dev.seaworthy.core.validation.upload.UploadRules;
import dev.seaworthy.core.validation.url.PublicAddress;
import dev.seaworthy.core.validation.url.PublicUrl;
import dev.seaworthy.core.validation.url.SafeRedirect;
import jakarta.servlet.http.Part;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Code of {@code docs/validation.md}. */
final class ValidationSnippets {

    private ValidationSnippets() {}

    // region constraints
    record NewProduct(
            @NotNull @Identifier(max = 40) String sku,

            @NotNull @SingleLine(min = 1, max = 120) @NoConfusables
            String name,

            @Nullable @SafeText(max = 2_000) String description,
            @Nullable @SafeHtml String page,
            @NotNull @MoneyAmount(fraction = 2) BigDecimal price,
            @Nullable @SafeFilename String picture,
            @Nullable @NoFormula String remark,
            @Nullable @PublicUrl(schemes = "https") URI supplier) {}
    // end

    record Login(
            // region redirect
            @SafeRedirect(hosts = "app.example.com") String next
            // end
            ) {}

    static InetSocketAddress webhook(URI hook) {
        // region pinned
        PublicAddress address = PublicAddress.resolve(hook, Duration.ofSeconds(2));
        InetSocketAddress connectTo = address.pinned();
        // end
        return connectTo;
    }

    static String comment(String html) {
        // region clean
        String harmless = CleanHtml.clean(html);
        // end
        return harmless;
    }

    static StoredFile picture(Part part, Path folder) throws IOException {
        // region upload
        UploadRules pictures = new UploadRules(5_000_000, List.of(FileType.PNG, FileType.JPEG));
        StoredFile stored = pictures.store(part.getInputStream(), folder.resolve(UUID.randomUUID() + ".img"));
        // end
        return stored;
    }

    // region bad
    record BadName(
            @Pattern(regexp = "^(\\w+\\s?)+$") // one long word with a full stop at its end occupies the thread
            String name) {}
    // end

    // region good
    record GoodName(
            @PatternSafe(regexp = "(\\w+\\s?)+") // gives up after so many steps
            @SingleLine(max = 100)
            String name) {}
    // end
}
