// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop of one's own, started as its main method does. */
record RunningShop(ConfigurableApplicationContext context, ShopClient client) implements AutoCloseable {

    static RunningShop start(Path folder, String... more) {
        return start(new Class<?>[] {ShopApplication.class}, folder, more);
    }

    /** With more beans than its own. */
    static RunningShop start(Class<?>[] sources, Path folder, String... more) {
        ConfigurableApplicationContext context =
                SpringApplication.run(sources, arguments(folder, more).toArray(String[]::new));
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new RunningShop(context, ShopClient.on(port));
    }

    static List<String> arguments(Path folder, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--shop.provider.port=0", "--shop.data-dir=" + folder));
        arguments.addAll(List.of(more));
        return arguments;
    }

    @Override
    public void close() {
        context.close();
    }
}
