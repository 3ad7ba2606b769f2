// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A room on a floor, read off a package name. */
record Room(String floor, String name) {

    private static final Pattern PACKAGE =
            Pattern.compile("dev\\.seaworthy\\.(core|servlet|spring)(?:\\.boot[34])?\\.([a-z]+)(?:\\..*)?");

    /** Not rooms: homes of a container's own types. */
    private static final Set<String> CONTAINERS = Set.of("tomcat", "jetty");

    private static final List<String> FLOORS = List.of("core", "servlet", "spring");

    static @Nullable Room of(JavaClass type) {
        Matcher matcher = PACKAGE.matcher(type.getPackageName());
        return matcher.matches() ? new Room(matcher.group(1), matcher.group(2)) : null;
    }

    boolean mayUse(Room other) {
        if (equals(other)) {
            return true;
        }
        if (floorNumber() < other.floorNumber()) {
            return false;
        }
        if (other.floor.equals("core") && Rooms.FOUNDATION.contains(other.name)) {
            return !floor.equals("core")
                    || !Rooms.FOUNDATION.contains(name)
                    || Rooms.FOUNDATION.indexOf(other.name) < Rooms.FOUNDATION.indexOf(name);
        }
        return other.name.equals(name)
                || isFoundationAbove(other)
                || CONTAINERS.contains(other.name) && floor.equals("spring")
                || Rooms.EXCEPTIONS.getOrDefault(name, Set.of()).contains(other.name);
    }

    private boolean isFoundationAbove(Room other) {
        return other.floor.equals("servlet") && Rooms.SERVLET_FOUNDATION.contains(other.name)
                || other.floor.equals("spring") && Rooms.FOUNDATION.contains(other.name);
    }

    private int floorNumber() {
        return FLOORS.indexOf(floor);
    }

    @Override
    public String toString() {
        return floor + '.' + name;
    }
}
