package dev.dovetail.core.portable;

import java.util.HashMap;
import java.util.Map;

/** Which characters are the same but for their case, as {@link String#equalsIgnoreCase} has it, character by character. */
final class CaseVariants {

    /** No character beyond the first supplementary plane has a case. */
    private static final int LAST_WITH_CASE = 0x1FFFF;

    private static final Map<Integer, String> VARIANTS = variants();

    private CaseVariants() {}

    /** All characters that equal this one but for their case, itself among them. */
    static String of(int character) {
        return VARIANTS.getOrDefault(fold(character), Character.toString(character));
    }

    static int fold(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    private static Map<Integer, String> variants() {
        Map<Integer, String> variants = new HashMap<>();
        for (int character = 0; character <= LAST_WITH_CASE; character++) {
            int folded = fold(character);
            if (folded != character) {
                variants.merge(
                        folded,
                        Character.toString(folded) + Character.toString(character),
                        (known, both) -> known + both.substring(Character.charCount(folded)));
            }
        }
        return variants;
    }
}
