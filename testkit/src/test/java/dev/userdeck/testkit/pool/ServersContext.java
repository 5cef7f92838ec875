package dev.userdeck.testkit.pool;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** JNDI as an application server has it, with the one name in it. */
public final class ServersContext implements InitialContextFactory {
    /** For JNDI. */
    public ServersContext() {}

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                if (name.equals("java:comp/TransactionSynchronizationRegistry")) {
                    return Narayana.REGISTRY;
                }
                throw new NameNotFoundException(name);
            }

            @Override
            public void close() {}
        };
    }
}
