// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonPointer;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/** Turns a Java property path into a pointer with JSON's names, by walking the declared types. */
final class PropertyNames {

    private final Supplier<@Nullable JsonCodec> codec;

    PropertyNames(Supplier<@Nullable JsonCodec> codec) {
        this.codec = codec;
    }

    /** Begins a walk. Only a body has JSON's names: elsewhere the client wrote Java's. */
    Walk from(In in, JsonPointer start, @Nullable Class<?> root) {
        return new Walk(
                in == In.BODY ? codec.get() : null,
                start,
                root == null ? ResolvableType.NONE : ResolvableType.forClass(root));
    }

    /** One walk down a path; not thread-safe. */
    static final class Walk {

        private final @Nullable JsonCodec codec;
        private JsonPointer pointer;
        private ResolvableType type;

        private Walk(@Nullable JsonCodec codec, JsonPointer pointer, ResolvableType type) {
            this.codec = codec;
            this.pointer = pointer;
            this.type = type;
        }

        void property(String name) {
            Class<?> owner = type.resolve();
            String shown = codec == null || owner == null ? name : codec.propertyName(owner, name);
            pointer = pointer.member(Names.clean(shown));
            type = owner == null ? ResolvableType.NONE : typeOf(owner, name);
        }

        void index(int index) {
            pointer = pointer.element(index);
            type = elementType();
        }

        void key(String key) {
            pointer = pointer.member(Names.clean(key));
            type = elementType();
        }

        /** Goes into a container whose elements have no address: a set, an optional. */
        void element() {
            type = elementType();
        }

        String pointer() {
            return pointer.value();
        }

        private ResolvableType elementType() {
            if (type.isArray()) {
                return type.getComponentType();
            }
            ResolvableType map = type.as(Map.class);
            if (map != ResolvableType.NONE) {
                return map.getGeneric(1);
            }
            ResolvableType many = type.as(Iterable.class);
            return many != ResolvableType.NONE
                    ? many.getGeneric(0)
                    : type.as(Optional.class).getGeneric(0);
        }

        private ResolvableType typeOf(Class<?> owner, String name) {
            Field field = ReflectionUtils.findField(owner, name);
            if (field != null) {
                return ResolvableType.forField(field, type);
            }
            var property = BeanUtils.getPropertyDescriptor(owner, name);
            return property == null || property.getReadMethod() == null
                    ? ResolvableType.NONE
                    : ResolvableType.forMethodParameter(new MethodParameter(property.getReadMethod(), -1), type);
        }
    }
}
