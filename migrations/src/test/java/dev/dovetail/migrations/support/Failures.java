package dev.dovetail.migrations.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.Coded;
import dev.dovetail.migrations.error.MigrationError;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts on failures by their code. */
public final class Failures {

    private Failures() {}

    public static AbstractThrowableAssert<?, ?> assertFails(MigrationError code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Coded.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
