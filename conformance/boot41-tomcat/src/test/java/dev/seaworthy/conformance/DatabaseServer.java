// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

/** A database server of its own; by reflection, because for the app its driver is a matter of run time only. */
record DatabaseServer(Object server) {

    static DatabaseServer start() {
        try {
            Object server = Class.forName("org.h2.tools.Server")
                    .getMethod("createTcpServer", String[].class)
                    .invoke(null, (Object) new String[] {"-tcpPort", "0", "-ifNotExists"});
            return new DatabaseServer(call(server, "start"));
        } catch (ReflectiveOperationException noDriver) {
            throw new AssertionError("H2 must be there", noDriver);
        }
    }

    int port() {
        return (Integer) call(server, "getPort");
    }

    void stop() {
        call(server, "stop");
    }

    private static Object call(Object server, String method) {
        try {
            Object answer = server.getClass().getMethod(method).invoke(server);
            return answer == null ? server : answer;
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(method + " must work", broken);
        }
    }
}
