package dev.dovetail.examples.orders.generate;

record Article(String sku, String name, long priceCents, int stock) {}
