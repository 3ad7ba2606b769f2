// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import java.util.List;
import java.util.regex.Pattern;

/** Stack frames, and which of them say where a bug is. */
final class Frames {

    /** Everybody's stack goes through these; what they tell is the way, not the place. */
    private static final List<String> INFRASTRUCTURE = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "jakarta.",
            "kotlin.",
            "org.springframework.",
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.tomcat.",
            "org.eclipse.jetty.",
            "org.junit.",
            "io.micrometer.",
            "dev.seaworthy.servlet.",
            "dev.seaworthy.spring.");

    private static final List<String> JDK = INFRASTRUCTURE.subList(0, 5);

    private static final Pattern GENERATED =
            Pattern.compile(".*(\\$\\$|\\$Proxy|\\$HibernateProxy|\\$ByteBuddy|\\$MockitoMock|GeneratedMethodAccessor"
                    + "|GeneratedConstructorAccessor|_jvst).*");

    /** Numbers that the compiler gives away: of anonymous classes, lambda bodies and accessors. */
    private static final Pattern NUMBERED = Pattern.compile("\\$\\d+");

    private Frames() {}

    /** Its stack; empty for a throwable that has none or will not tell. */
    static StackTraceElement[] of(Throwable link) {
        try {
            StackTraceElement[] stack = link.getStackTrace();
            return stack == null ? new StackTraceElement[0] : stack;
        } catch (RuntimeException | Error wild) {
            return new StackTraceElement[0];
        }
    }

    static boolean isInfrastructure(StackTraceElement frame) {
        return INFRASTRUCTURE.stream().anyMatch(frame.getClassName()::startsWith);
    }

    static boolean isJdk(StackTraceElement frame) {
        return JDK.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /** Made by a compiler or at run time, so that it may be gone or renamed tomorrow. */
    static boolean isGenerated(StackTraceElement frame) {
        return GENERATED.matcher(frame.getClassName()).matches()
                || frame.getMethodName().startsWith("access$");
    }

    /** Class and method without line and without the compiler's numbers. */
    static String place(StackTraceElement frame) {
        return stable(frame.getClassName()) + '.' + stable(frame.getMethodName());
    }

    static String stable(String name) {
        return NUMBERED.matcher(name).replaceAll("\\$");
    }
}
