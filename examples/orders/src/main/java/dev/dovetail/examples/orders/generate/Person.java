package dev.dovetail.examples.orders.generate;

record Person(String email, String name) {}
