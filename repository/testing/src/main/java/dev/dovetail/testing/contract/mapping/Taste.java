package dev.dovetail.testing.contract.mapping;

enum Taste {
    SWEET,
    SOUR,
    BITTER
}
