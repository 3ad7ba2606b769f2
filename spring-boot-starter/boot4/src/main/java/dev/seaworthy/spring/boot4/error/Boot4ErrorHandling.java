// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.error;

import dev.seaworthy.spring.error.page.ErrorHandling;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;

final class Boot4ErrorHandling implements ErrorHandling {

    private final ApplicationContext context;
    private final ServerErrorPages pages;

    Boot4ErrorHandling(ApplicationContext context, ServerErrorPages pages) {
        this.context = context;
        this.pages = pages;
    }

    @Override
    public boolean hasController() {
        return context.getBeanNamesForType(ErrorController.class).length > 0;
    }

    @Override
    public boolean isOwn() {
        return hasOther(ErrorController.class, BasicErrorController.class)
                || hasOther(ErrorAttributes.class, DefaultErrorAttributes.class);
    }

    @Override
    public boolean resolvesView(HttpServletRequest request, int status) {
        HttpStatus known = HttpStatus.resolve(status);
        HttpStatus shown = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        return context.getBeanProvider(ErrorViewResolver.class)
                .orderedStream()
                .anyMatch(
                        resolver -> resolver.resolveErrorView(request, shown, Map.of("status", shown.value())) != null);
    }

    @Override
    public boolean registersPage(int status) {
        return pages.has(status);
    }

    private boolean hasOther(Class<?> type, Class<?> boots) {
        return Arrays.stream(context.getBeanNamesForType(type))
                .map(context::getBean)
                .anyMatch(bean -> ClassUtils.getUserClass(bean) != boots);
    }
}
