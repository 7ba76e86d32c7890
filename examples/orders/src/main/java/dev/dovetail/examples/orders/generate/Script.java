package dev.dovetail.examples.orders.generate;

import java.util.List;
import java.util.Random;

/** People's names in one writing system, each part with its transliteration for the e-mail address. */
enum Script {
    LATIN(
            " ",
            false,
            "Ann/ann Zoë/zoe Łukasz/lukasz Søren/soren İpek/ipek Þóra/thora Žofia/zofia Nguyệt/nguyet Māra/mara Inês/ines",
            "O'Neill/oneill Müller/mueller Dvořák/dvorak Nuñez/nunez Çelik/celik Åkesson/akesson Szűcs/szucs D’Amico/damico"),
    COMBINING_LATIN(
            " ",
            false,
            "Rene\u0301e/renee Jose\u0301/jose Bjo\u0308rn/bjorn",
            "Nguye\u0302\u0303n/nguyen Ko\u0308nig/koenig"),
    GREEK(
            " ",
            false,
            "Ελένη/eleni Γιώργος/giorgos Δήμητρα/dimitra Αλέξανδρος/alexandros",
            "Παπαδοπούλου/papadopoulou Νικολαΐδης/nikolaidis Βλάχος/vlachos"),
    CYRILLIC(
            " ",
            false,
            "Світлана/svitlana Олексій/oleksij Ђорђе/djordje Айгүл/aigul Наталья/natalya",
            "Шевченко/shevchenko Ковальчук/kovalchuk Йовановић/jovanovic Щукина/shchukina"),
    ARABIC(" ", false, "ليلى/layla يوسف/yusuf مريم/maryam عمر/omar", "حدّاد/haddad الخطيب/alkhatib نجّار/najjar"),
    HEBREW(" ", false, "נועה/noa אורי/uri תמר/tamar", "כהן/cohen לֵוִי/levi פרידמן/friedman"),
    DEVANAGARI(
            " ", false, "अनीता/anita विक्रम/vikram श्रेया/shreya", "शर्मा/sharma त्रिपाठी/tripathi क्षेत्री/kshetri"),
    CHINESE("", true, "伟/wei 静/jing 思远/siyuan 雨桐/yutong", "王/wang 李/li 歐陽/ouyang 𡈽/tu"),
    JAPANESE("", true, "さくら/sakura 翔太/shota 美咲/misaki", "𠮷田/yoshida 髙橋/takahashi 渡邉/watanabe"),
    KOREAN("", true, "서연/seoyeon 민준/minjun 하은/haeun", "김/kim 박/park 남궁/namgung");

    private final String separator;
    private final boolean familyFirst;
    private final List<Part> given;
    private final List<Part> family;

    Script(String separator, boolean familyFirst, String given, String family) {
        this.separator = separator;
        this.familyFirst = familyFirst;
        this.given = parts(given);
        this.family = parts(family);
    }

    /** A person with a random name in this script; the number keeps addresses apart. */
    Person person(Random random, int number) {
        Part first = given.get(random.nextInt(given.size()));
        Part last = family.get(random.nextInt(family.size()));
        String name = familyFirst ? last.text + separator + first.text : first.text + separator + last.text;
        return new Person(first.ascii + "." + last.ascii + number + "@mail.example", name);
    }

    private static List<Part> parts(String text) {
        return List.of(text.split(" ")).stream()
                .map(part -> part.split("/"))
                .map(part -> new Part(part[0], part[1]))
                .toList();
    }

    private record Part(String text, String ascii) {}
}
