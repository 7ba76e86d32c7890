package dev.dovetail.orm.profile;

import dev.dovetail.orm.profile.Specimen.Colour;
import jakarta.data.Order;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

@Repository
interface Specimens extends CrudRepository<Specimen, Long> {

    @Find
    List<Specimen> sorted(Order<Specimen> order);

    @Find
    List<Specimen> text(String text);

    @Find
    List<Specimen> code(String code);

    @Find
    List<Specimen> money(BigDecimal money);

    @Find
    List<Specimen> amount(BigDecimal amount);

    @Find
    List<Specimen> price(BigDecimal price);

    @Find
    List<Specimen> huge(BigInteger huge);

    @Find
    List<Specimen> ratio(Double ratio);

    @Find
    List<Specimen> moment(Instant moment);

    @Find
    List<Specimen> alarm(LocalDateTime alarm);

    @Find
    List<Specimen> opens(LocalTime opens);

    @Find
    List<Specimen> born(LocalDate born);

    @Find
    List<Specimen> lasts(Duration lasts);

    @Find
    List<Specimen> token(UUID token);

    @Find
    List<Specimen> flag(Boolean flag);

    @Find
    List<Specimen> letter(Character letter);

    @Find
    List<Specimen> colour(Colour colour);

    @Find
    List<Specimen> paint(Colour paint);
}
