package dev.userdeck.example.quickstart;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through pages with the keyboard alone, and writes down where focus is lost, where the page runs off sideways and
 * what axe finds.
 */
final class Walk {
    private static final int[] WIDTHS = {320, 360, 768, 1280};
    private static final int HEIGHT = 800;

    /** Ends the walk, or the page. */
    private static final Set<String> LEFT_OUT = Set.of("Sign out");

    /** How many requests are under way, from before the page's own scripts. */
    private static final String COUNT_REQUESTS = """
            (() => {
              const send = window.fetch;
              window.underWay = 0;
              window.fetch = (...all) => {
                window.underWay++;
                return send(...all).finally(() => setTimeout(() => window.underWay--));
              };
            })()""";

    private static final String AT_REST = """
            () => window.underWay === 0 && !document.querySelector('[aria-busy="true"]')
                && document.getAnimations().length === 0""";

    private static final String NEXT_FRAMES = """
            () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))""";

    private static final String HELPERS = """
            window.walk = {
              seen: (element) => element.checkVisibility({ visibilityProperty: true }) && element.ariaDisabled !== 'true',
              name: (element) => (element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent).trim(),
              all: (within, kind) => [...document.querySelectorAll(within)].flatMap((part) =>
                [...part.querySelectorAll(kind)].filter(window.walk.seen)),
              top: () => [...document.querySelectorAll('dialog[open], [popover]:popover-open')].at(-1),
            }""";

    private static final String CONTROLS = "button, summary, [role=switch], a[role=button]";

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Walk(Page page) {
        this.page = page;
        page.addInitScript(COUNT_REQUESTS);
        page.addInitScript(HELPERS);
        page.setViewportSize(1280, HEIGHT);
    }

    /** What was wrong, in the order of the walk. */
    List<String> faults() {
        return faults;
    }

    /** By a link of the navigation, and once more to each control that the screen has. */
    void everyControlOf(String screen) {
        look(screen);
        String address = page.url();
        for (String name : new LinkedHashSet<>(names("main", CONTROLS))) {
            if (LEFT_OUT.contains(name) || !focus("main", CONTROLS, name)) {
                continue;
            }
            String deed = screen + ", " + name;
            key("Enter", deed);
            if (isOpen("[role=menu]")) {
                everyItemOf(deed, name);
            }
            close(deed);
            comeBack(deed, address);
        }
    }

    private void everyItemOf(String deed, String opener) {
        String address = page.url();
        look(deed);
        for (String item : names("[role=menu]", "[role=menuitem]")) {
            if (!isOpen("[role=menu]")) {
                focus("main", CONTROLS, opener);
                key("Enter", deed);
            }
            if (focus("[role=menu]", "[role=menuitem]", item)) {
                key("Enter", deed + ", " + item);
                close(deed + ", " + item);
                comeBack(deed + ", " + item, address);
            }
        }
    }

    private boolean isOpen(String kind) {
        return page.locator("[popover]" + kind + ":popover-open, [popover]:popover-open " + kind)
                        .count()
                > 0;
    }

    /** Escape until nothing lies above the page. */
    private void close(String deed) {
        for (int i = 0; i < 4 && isCovered(); i++) {
            if (i == 0) {
                look(deed);
            }
            key("Escape", deed + ", Escape");
        }
        if (isCovered()) {
            faults.add(deed + ": does not close by Escape");
            page.reload();
            settle();
        }
    }

    boolean isCovered() {
        return (Boolean) page.evaluate("() => window.walk.top() !== undefined");
    }

    private void comeBack(String deed, String address) {
        if (page.url().equals(address)) {
            return;
        }
        page.goBack();
        settle();
        check(deed + ", Back");
        if (!page.url().equals(address)) {
            page.navigate(address);
            settle();
        }
    }

    /** Presses the control with this name, in what is on top. */
    void press(String name) {
        if (!focus(isCovered() ? "dialog[open], [popover]:popover-open" : "body", CONTROLS + ", a[href]", name)) {
            throw new AssertionError(
                    "There is no %s on %s but %s. %s".formatted(name, page.url(), names("body", CONTROLS), faults));
        }
        key("Enter", name);
    }

    /** Types over what the field with this label holds. */
    void type(String label, String words) {
        if (!focus(isCovered() ? "dialog[open], [popover]:popover-open" : "main", "input, textarea, select", label)) {
            throw new AssertionError("There is no field %s on %s. %s".formatted(label, page.url(), faults));
        }
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
    }

    /** A key, and whatever follows from it. */
    void key(String key, String deed) {
        System.out.println("KEY " + System.currentTimeMillis() % 1000000 + " " + deed); // DEV
        page.keyboard().press(key);
        settle();
        check(deed);
    }

    void settle() {
        page.waitForFunction(AT_REST);
        page.evaluate(NEXT_FRAMES);
        page.waitForFunction(AT_REST);
    }

    private void check(String deed) {
        Object lost = page.evaluate("""
                () => {
                  const at = document.activeElement;
                  const top = window.walk.top();
                  if (!at || at === document.body) return 'focus is nowhere';
                  if (!at.checkVisibility()) return 'focus is on something hidden';
                  return top && !top.contains(at) ? 'focus is behind what lies above the page' : null;
                }""");
        if (lost != null) {
            faults.add(deed + ": " + lost);
        }
    }

    /** Looks at the screen as it is now, in each width, and has axe look. */
    void look(String state) {
        System.out.println("LOOK " + System.currentTimeMillis() % 1000000 + " " + state); // DEV
        JSHandle focused = page.evaluateHandle("() => document.activeElement");
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            int over = (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth");
            if (over > 0) {
                faults.add("%s: runs off by %d px at %d".formatted(state, over, width));
            }
        }
        focused.evaluate("before => before.focus()");
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(state + ": axe, " + violation.getId() + ", "
                        + violation.getNodes().get(0).getHtml()));
    }

    private List<String> names(String within, String kind) {
        @SuppressWarnings("unchecked") // the script gives strings alone
        var names = (List<String>) page.evaluate(
                "([within, kind]) => window.walk.all(within, kind).map(window.walk.name)", List.of(within, kind));
        return names;
    }

    boolean focus(String within, String kind, String name) {
        return (Boolean) page.evaluate("""
                ([within, kind, name]) => {
                  const found = window.walk.all(within, kind).find((each) => window.walk.name(each) === name);
                  found?.focus();
                  return found !== undefined && document.activeElement === found;
                }""", List.of(within, kind, name));
    }

    /** The words of what has focus. */
    @Nullable
    String focused() {
        return (String) page.evaluate("() => window.walk.name(document.activeElement)");
    }
}
