// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.io.TempDir;

class TomcatCorrelationFilterTest extends CorrelationFilterContract {

    @TempDir
    Path base;

    private Tomcat tomcat;

    @Override
    int start(List<Filter> filters, HttpServlet servlet) throws Exception {
        tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        Context context = tomcat.addContext("", base.toString());
        for (int i = 0; i < filters.size(); i++) {
            FilterDef definition = new FilterDef();
            definition.setFilterName("filter" + i);
            definition.setFilter(filters.get(i));
            definition.setAsyncSupported("true");
            context.addFilterDef(definition);
            FilterMap map = new FilterMap();
            map.setFilterName("filter" + i);
            map.addURLPattern("/*");
            map.setDispatcher(DispatcherType.REQUEST.name());
            map.setDispatcher(DispatcherType.ASYNC.name());
            map.setDispatcher(DispatcherType.ERROR.name());
            context.addFilterMap(map);
        }
        Tomcat.addServlet(context, "look", servlet).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "look");
        ErrorPage everyError = new ErrorPage();
        everyError.setLocation("/error");
        context.addErrorPage(everyError);
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
