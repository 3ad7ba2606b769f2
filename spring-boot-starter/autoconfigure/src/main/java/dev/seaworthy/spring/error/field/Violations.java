// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.json.JsonPointer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Reads violations that a validator reported by itself: method validation, a validator called by hand. */
final class Violations {

    private final PropertyNames names;

    private final BeanFactory beans;

    Violations(PropertyNames names, BeanFactory beans) {
        this.names = names;
        this.beans = beans;
    }

    Stream<FieldError> read(Throwable failure) {
        return failure instanceof ConstraintViolationException violations
                        && violations.getConstraintViolations() != null
                ? violations.getConstraintViolations().stream().map(this::read)
                : Stream.empty();
    }

    private FieldError read(ConstraintViolation<?> violation) {
        ConstraintWords words = ConstraintWords.of(violation);
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        In in = In.BODY;
        JsonPointer start = JsonPointer.ROOT;
        Class<?> root = violation.getRootBeanClass();
        PropertyNames.Walk walk = names.from(in, start, root);
        Method method = null;
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            switch (node.getKind()) {
                case METHOD -> method = method(root, node.as(Path.MethodNode.class));
                case PARAMETER -> {
                    int index = node.as(Path.ParameterNode.class).getParameterIndex();
                    ParameterPlace place = place(method, root, index, node.getName());
                    in = place.in();
                    start = place.whole() ? JsonPointer.ROOT : JsonPointer.ROOT.member(Names.clean(place.name()));
                    walk = names.from(in, start, method == null ? null : method.getParameterTypes()[index]);
                }
                default -> step(walk, node);
            }
        }
        String instead = new ConstraintTexts(beans).instead(violation);
        String said = instead == null ? violation.getMessage() : instead;
        return new FieldError(in, walk.pointer(), words.code(), said, words.params());
    }

    private static void step(PropertyNames.Walk walk, Path.Node node) {
        if (node.getIndex() != null) {
            walk.index(node.getIndex());
        } else if (node.getKey() != null) {
            walk.key(node.getKey().toString());
        } else if (node.isInIterable()) {
            walk.element();
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            walk.property(node.getName());
        }
    }

    private static @Nullable Method method(Class<?> owner, Path.MethodNode node) {
        return ReflectionUtils.findMethod(
                ClassUtils.getUserClass(owner),
                node.getName(),
                node.getParameterTypes().toArray(Class<?>[]::new));
    }

    private static ParameterPlace place(@Nullable Method method, Class<?> owner, int index, String name) {
        boolean handler = AnnotatedElementUtils.hasAnnotation(owner, Controller.class);
        if (!handler || method == null) {
            return new ParameterPlace(In.BODY, name, false);
        }
        MethodParameter parameter = new SynthesizingMethodParameter(method, index);
        return ParameterPlace.of(parameter);
    }
}
