package dev.dovetail.examples.orders.model;

/** There are fewer pieces than somebody wants. */
public final class OutOfStockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sku;

    OutOfStockException(String sku, int wanted, int left) {
        super("Product " + sku + ": " + wanted + " wanted, " + left + " left.");
        this.sku = sku;
    }

    /** Which product. */
    public String sku() {
        return sku;
    }
}
