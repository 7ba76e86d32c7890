@NullMarked
package dev.dovetail.repository;

import org.jspecify.annotations.NullMarked;
