package dev.dovetail.repository.internal.work;

/** Implemented by every proxy of an entity. Public because generated classes, in other packages, implement it. */
public interface LazyReference {

    /** What the proxy stands for. */
    LazyTarget dovetailTarget();
}
