package dev.userdeck.internal;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JDBC drivers that {@link DriverManager} doesn't know. It looks for drivers once, on the class path of whoever used it first:
 * in a servlet container that is the container, which sees no driver of a web app's.
 */
final class Drivers {
    /** How many are looked at: a class loader that fails may fail again, without end. */
    private static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

    private Drivers() {}

    /** The name of the driver for the URL, empty if there is none or one is registered. */
    static Optional<String> unregistered(String url) {
        try {
            DriverManager.getDriver(url);
            return Optional.empty();
        } catch (SQLException e) {
            return find(url, Thread.currentThread().getContextClassLoader())
                    .or(() -> find(url, Drivers.class.getClassLoader()));
        }
    }

    /**
     * Takes a driver of this name out of {@link DriverManager}, which would hold on to it, and so to its web app, for as long as
     * the container runs. A driver registers itself when its class is loaded.
     */
    static void deregister(String name) {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getName().equals(name)) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    LOG.warn("The driver {} could not be deregistered", name, e);
                }
            }
        }
    }

    private static Optional<String> find(String url, ClassLoader classes) {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, classes).iterator();
        for (int i = 0; i < MOST; i++) {
            try {
                if (!drivers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver.getClass().getName());
                }
            } catch (ServiceConfigurationError | SQLException e) {
                // One that doesn't load, or can't read the URL, isn't it.
            }
        }
        return Optional.empty();
    }
}
