package dev.userdeck.example.quickstart;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through pages with the keyboard alone, and writes down where focus is lost, where the page runs off sideways, what
 * moves though motion is to be reduced, what the system's own colours hide, and what axe finds.
 */
final class Walk {
    /** Of all that can be opened from a screen: a menu, a dialog of it, and what that opens. */
    private static final int DEPTH = 3;

    private static final int HEIGHT = 800;
    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final int NARROWEST = 320;
    /** 1280 × 1024 at 400 %. */
    private static final int ZOOMED_HEIGHT = 256;

    /** Ends the walk, or begins the page anew in other words. */
    private static final Set<String> LEFT_OUT = Set.of("Sign out", "Deutsch", "English", "Français");

    private static final String LAYERS = "dialog[open], [popover=auto]:popover-open";
    private static final String CONTROLS =
            "button, summary, [role=switch], a[role=button], th a, nav a, a[aria-label], [data-tone] a";
    private static final String FIELDS = "input, textarea, select";

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
            () => window.underWay === 0
                && !(window.walk?.top() ?? document).querySelector('[aria-busy="true"]')""";

    private static final String IS_MOVING = """
            () => document.getAnimations().some(({ effect }) => effect.getComputedTiming().duration > 1
                && effect.getKeyframes().every((frame) => !('visibility' in frame)))""";

    private static final String NEXT_FRAMES = """
            () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))""";

    private static final String HELPERS = """
            window.walk = {
              seen: (element) => element.checkVisibility({ visibilityProperty: true })
                && element.ariaDisabled !== 'true' && !element.disabled,
              name: (element) => (element.ariaLabel ?? element.labels?.[0]?.firstChild?.textContent
                ?? element.textContent).trim(),
              top: () => [...document.querySelectorAll('dialog[open], [popover=auto]:popover-open')].at(-1),
              here: () => window.walk.top() ?? document.querySelector('main') ?? document.body,
              typed: () => window.walk.here()
                .querySelector('input:not([type=checkbox], [type=radio], [type=search]), textarea') !== null,
              all: (kind, within = window.walk.here()) => [...within.querySelectorAll(kind)].filter(window.walk.seen),
              harmless: (kind) => window.walk.all(kind)
                .filter((each) => each.type !== 'submit' || !window.walk.top() || window.walk.typed()),
              find: (kind, name) => [window.walk.here(), window.walk.top() ?? document.body]
                .flatMap((within) => window.walk.all(kind, within)).find((each) => window.walk.name(each) === name),
            }""";

    /** What is told by colours alone is told by nothing where the system sets them. */
    private static final String HIDDEN_BY_FORCED_COLORS = """
            () => {
              const look = (element) => ['', '::before', '::after'].map((part) => {
                const style = getComputedStyle(element, part);
                return [style.borderTopStyle, style.borderTopWidth, style.borderBottomWidth, style.outlineStyle,
                  style.textDecorationLine, style.fontWeight, style.content, style.transform, style.justifyContent].join();
              }).join();
              const layers = [...document.querySelectorAll('dialog[open], [popover=auto]:popover-open')]
                .filter((layer) => ['Top', 'Right'].every((edge) =>
                  parseFloat(getComputedStyle(layer)[`border${edge}Width`]) === 0));
              const marks = '[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-checked=true]';
              const alike = [...document.querySelectorAll(marks)].filter(window.walk.seen).filter((marked) => {
                const around = marked.closest('nav, table, fieldset, [role=group]') ?? document;
                const peers = [...around.querySelectorAll(marked.tagName)]
                  .filter((peer) => peer.className === marked.className && !peer.matches(marks) && window.walk.seen(peer));
                const parts = (of) => [of, ...of.children].map(look).join();
                return peers.length > 0 && peers.some((peer) => parts(peer) === parts(marked));
              });
              const boxes = [...document.querySelectorAll('input[type=radio], input[type=checkbox]')]
                .filter((box) => getComputedStyle(box).appearance !== 'auto');
              return [...layers.map(() => 'a layer has no edge'),
                ...alike.map((mark) => window.walk.name(mark) + ' looks like what it is not'),
                ...boxes.map((box) => window.walk.name(box) + ' has a mark of our own')];
            }""";

    private final Page page;
    private final List<int[]> sizes;
    private final List<String> faults = new ArrayList<>();
    private int pressed;

    private Walk(Page page, List<int[]> sizes) {
        this.page = page;
        this.sizes = sizes;
        page.addInitScript(COUNT_REQUESTS);
        page.addInitScript(HELPERS);
        resize(sizes.get(sizes.size() - 1));
    }

    /** At a desk; each state is looked at in all widths. */
    static Walk atADesk(Page page) {
        return new Walk(
                page,
                List.of(
                        new int[] {NARROWEST, ZOOMED_HEIGHT},
                        new int[] {NARROWEST, HEIGHT},
                        new int[] {PHONE, HEIGHT},
                        new int[] {768, HEIGHT},
                        new int[] {DESK, HEIGHT}));
    }

    /** With a phone, where some things are in other places. */
    static Walk withAPhone(Page page) {
        return new Walk(page, List.of(new int[] {NARROWEST, HEIGHT}, new int[] {PHONE, HEIGHT}));
    }

    /** What was wrong, in the order of the walk. */
    List<String> faults() {
        return faults;
    }

    /** How many keys were pressed. */
    int pressed() {
        return pressed;
    }

    /** Opens an address of the dashboard, and waits until all of it is there. */
    void open(Visitor visitor, String path) {
        visitor.open("dashboard/" + path);
        settle();
    }

    /** Each control that the screen has, and each of what these open. */
    void everyControlOf(String screen) {
        look(screen);
        everyControl(screen, List.of(), page.url());
    }

    /** Each page that the navigation leads to, and back. */
    void everyLinkOfTheNavigation() {
        @SuppressWarnings("unchecked") // the script gives strings alone
        var links = (List<String>) page.evaluate(
                "() => window.walk.all('header a, dialog a', document).map((each) => window.walk.name(each))");
        for (String link : links) {
            String address = page.url();
            press(link);
            if (!page.url().equals(address)) {
                comeBack(link, address);
            }
        }
    }

    /** @param path the names of what has to be pressed to come to this layer */
    private void everyControl(String deed, List<String> path, String address) {
        var seen = new HashSet<String>();
        for (String name : names(CONTROLS)) {
            if (LEFT_OUT.contains(name) || !seen.add(name.replaceAll("\\d+", "#"))) {
                continue;
            }
            if (isCovered() != !path.isEmpty() || !page.url().equals(address)) {
                goTo(path, address);
            }
            if (!focus(CONTROLS, name)) {
                continue;
            }
            String pressing = deed + " > " + name;
            page.evaluate("() => { window.walk.before = window.walk.top(); }");
            key("Enter", pressing);
            if (!page.url().equals(address)) {
                comeBack(pressing, address);
            } else if (isCovered() && (Boolean) page.evaluate("() => window.walk.before !== window.walk.top()")) {
                look(pressing);
                if (path.size() + 1 < DEPTH) {
                    var further = new ArrayList<>(path);
                    further.add(name);
                    everyControl(pressing, further, address);
                }
                uncover(pressing);
            }
        }
    }

    private void goTo(List<String> path, String address) {
        uncover("back to the start");
        if (!page.url().equals(address)) {
            page.navigate(address);
            settle();
        }
        for (String name : path) {
            if (focus(CONTROLS, name)) {
                key("Enter", name);
            }
        }
    }

    /** Escape until nothing lies above the page. */
    private void uncover(String deed) {
        for (int i = 0; i <= DEPTH && isCovered(); i++) {
            key("Escape", deed + ", Escape");
        }
        if (isCovered()) {
            page.reload(); // something was typed, and it asks what is to become of it
            settle();
        }
    }

    boolean isCovered() {
        return (Boolean) page.evaluate("() => window.walk.top() !== undefined");
    }

    private void comeBack(String deed, String address) {
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
        if (!focus(CONTROLS + ", a[href]", name)) {
            throw new AssertionError("There is no %s on %s but %s. %s"
                    .formatted(name, page.url(), names(CONTROLS + ", a[href]"), faults));
        }
        key("Enter", name);
    }

    /** Types over what the field with this label holds. */
    void type(String label, String words) {
        if (!focus(FIELDS, label)) {
            throw new AssertionError(
                    "There is no %s on %s but %s. %s".formatted(label, page.url(), names(FIELDS), faults));
        }
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
        settle();
    }

    /** A key, and whatever follows from it. */
    void key(String key, String deed) {
        pressed++;
        page.keyboard().press(key);
        if ((Boolean) page.evaluate(IS_MOVING)) {
            faults.add(deed + ": something moves");
        }
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

    /** Looks at the screen as it is now, in each size, and has axe look. */
    void look(String state) {
        JSHandle focused = page.evaluateHandle("() => document.activeElement");
        for (int[] size : sizes) {
            resize(size);
            lookAt(state + " at %d × %d".formatted(size[0], size[1]), focused);
        }
        lookInForcedColors(state);
        var axe = new AxeBuilder(page);
        (isCovered() ? axe.include(List.of(LAYERS)) : axe)
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(state + ": axe, " + violation.getId() + ", "
                        + violation.getNodes().get(0).getHtml()));
    }

    private void lookAt(String state, JSHandle focused) {
        focused.evaluate("""
                before => {
                  before.focus();
                  document.querySelector('button[aria-expanded=true]')?.scrollIntoView({ block: 'center' });
                  before.scrollIntoView({ block: 'nearest' });
                }""");
        page.evaluate(NEXT_FRAMES);
        Object wrong = page.evaluate("""
                () => {
                  const over = document.documentElement.scrollWidth - innerWidth;
                  if (over > 0) return `runs off by ${over} px`;
                  const at = document.activeElement;
                  const box = at.getBoundingClientRect();
                  if (at.matches('body, main, dialog, [popover], h1') || box.width === 0) return null;
                  const place = [Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2, box.top + box.height / 2];
                  const hit = document.elementFromPoint(...place);
                  return hit && (at.contains(hit) || hit.contains(at)) ? null
                    : `${window.walk.name(at)} has focus below ${hit?.outerHTML.slice(0, 80)}`;
                }""");
        if (wrong != null) {
            faults.add(state + ": " + wrong);
        }
    }

    private void lookInForcedColors(String state) {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        @SuppressWarnings("unchecked") // the script gives strings alone
        var hidden = (List<String>) page.evaluate(HIDDEN_BY_FORCED_COLORS);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        hidden.forEach(what -> faults.add(state + ", in forced colours: " + what));
    }

    private void resize(int[] size) {
        page.setViewportSize(size[0], size[1]);
    }

    private List<String> names(String kind) {
        @SuppressWarnings("unchecked") // the script gives strings alone
        var names = (List<String>) page.evaluate("kind => window.walk.harmless(kind).map(window.walk.name)", kind);
        return names;
    }

    private boolean focus(String kind, String name) {
        return (Boolean) page.evaluate("""
                ([kind, name]) => {
                  const found = window.walk.find(kind, name);
                  found?.focus();
                  return found !== undefined && document.activeElement === found;
                }""", List.of(kind, name));
    }

    /** The words of what has focus. */
    @Nullable
    String focused() {
        return (String) page.evaluate("() => window.walk.name(document.activeElement)");
    }
}
