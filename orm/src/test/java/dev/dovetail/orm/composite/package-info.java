@org.jspecify.annotations.NullUnmarked
package dev.dovetail.orm.composite;
