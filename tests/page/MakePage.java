// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

import dev.jdhat.page.PageTemplate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes FOLDER/NAME.html of each FOLDER/NAME.json, for the tests of the page. */
final class MakePage {
    private MakePage() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (var documents = Files.newDirectoryStream(folder, "*.json")) {
            for (Path document : documents) {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                if (Files.size(document) > 0) {
                    try (OutputStream out = new GZIPOutputStream(packed)) {
                        Files.copy(document, out);
                    }
                }
                String name = document.getFileName().toString().replace(".json", "");
                try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".html"))) {
                    PageTemplate.write(name, packed.toByteArray(), out);
                }
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("served.html"))) {
            PageTemplate.writeServed("served", out);
        }
    }
}
