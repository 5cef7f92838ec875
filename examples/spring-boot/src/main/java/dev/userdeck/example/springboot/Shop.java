package dev.userdeck.example.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** A shop whose customers sign up on its own page, and whose staff look after them in the dashboard. */
@SpringBootApplication
@EnableMethodSecurity
public class Shop {

    /** Runs it. */
    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }
}
