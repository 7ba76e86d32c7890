package dev.dovetail.migrations.code.unusable;

final class V2__nothing {}
