import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { callMain } from '../archive/bridge.ts';
import { useDialogs } from '../hooks/use-dialogs.ts';
import { messages } from './messages.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

type Navigation = {
  readonly route: Route;
  /** Goes up when the present screen is to start anew although the route stays. */
  readonly visit: number;
  /** Goes to a screen; asks first when a form would lose something. */
  readonly go: (route: Route) => void;
  readonly back: () => void;
  /** Closes a dialog or the like that is no route of its own; asks first when that would lose something. */
  readonly leave: (proceed: () => void) => void;
  /** Goes to a screen in place of the present one, so that going back does not return to a form that is done. */
  readonly replace: (route: Route) => void;
  /** A form says whether leaving it now would lose something. */
  readonly setUnsaved: (unsaved: boolean) => void;
  /** Something that outlives its screen says whether closing the window now would lose it. */
  readonly setHeld: (held: boolean) => void;
  /** What to do when somebody gives up what a form holds, as against a window that just ends. */
  readonly setOnDiscard: (onDiscard: (() => void) | null) => void;
};

const HOME = formatRoute({ screen: 'home' });

const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('No navigation around this component.');
  return navigation;
}

/**
 * Keeps the person from losing what a form holds, for as long as the form is there.
 *
 * @param onDiscard called when the person has decided to give it up
 */
export function useUnsaved(isDirty: boolean, onDiscard: (() => void) | null = null): void {
  const { setUnsaved, setOnDiscard } = useNavigation();
  useEffect(() => {
    setOnDiscard(onDiscard);
    return () => setOnDiscard(null);
  });
  useEffect(() => {
    setUnsaved(isDirty);
    return () => setUnsaved(false);
  }, [isDirty, setUnsaved]);
}

/** Keeps the window from being closed without a question; other screens may be gone to. */
export function useHeldWindow(isHeld: boolean): void {
  const { setHeld } = useNavigation();
  useEffect(() => {
    setHeld(isHeld);
    return () => setHeld(false);
  }, [isHeld, setHeld]);
}

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const dialogs = useDialogs();
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  const [visit, setVisit] = useState(0);
  const unsaved = useRef(false);
  const held = useRef(false);
  const onDiscard = useRef<(() => void) | null>(null);
  const asking = useRef(false);
  const shown = useRef(location.hash);

  /** Tells main whether the window may be closed without a question. */
  const guard = useCallback((flag: { current: boolean }, value: boolean) => {
    const before = unsaved.current || held.current;
    flag.current = value;
    const after = unsaved.current || held.current;
    if (after !== before) void callMain('window:unsaved', after);
  }, []);
  const setUnsaved = useCallback((value: boolean) => guard(unsaved, value), [guard]);
  const setHeld = useCallback((value: boolean) => guard(held, value), [guard]);

  // Main may still believe what a page that crashed or was reloaded told it.
  useEffect(() => void callMain('window:unsaved', false), []);

  /** `proceed` must really take the form away: from then on it is not guarded any more. */
  const leave = useCallback(
    (proceed: () => void) => {
      if (!unsaved.current) return proceed();
      if (asking.current) return;
      asking.current = true;
      const { title, content, okText, cancelText } = messages.unsaved;
      const done = () => (asking.current = false);
      const onOk = () => {
        setUnsaved(false);
        onDiscard.current?.();
        proceed();
      };
      dialogs.confirm({
        title,
        content,
        okText,
        cancelText,
        okButtonProps: { danger: true },
        // Enter, pressed without looking, must not throw away what was typed.
        focusable: { autoFocusButton: 'cancel' },
        onOk,
        afterClose: done,
      });
    },
    [dialogs, setUnsaved],
  );

  useEffect(() => {
    const follow = () => {
      if (location.hash === shown.current) return;
      const wanted = location.hash;
      if (unsaved.current) {
        // The address has moved already (Alt+←); put it back until the person has decided.
        history.replaceState(null, '', shown.current);
        leave(() => (location.hash = wanted));
        return;
      }
      shown.current = wanted;
      setRoute(parseRoute(wanted));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [leave]);

  const navigation = useMemo<Navigation>(() => {
    const isPresent = (next: Route) => formatRoute(next) === shown.current;
    const startAnew = () => leave(() => setVisit((count) => count + 1));
    return {
      route,
      visit,
      go: (next) => {
        if (!isPresent(next)) leave(() => (location.hash = formatRoute(next)));
        // A form begins anew, wherever in it the cursor was; another screen stays as it is.
        else if (unsaved.current || next.screen === 'new') startAnew();
      },
      // Where nothing lies behind, back leads home.
      back: () => leave(() => (window.navigation.canGoBack ? history.back() : (location.hash = HOME))),
      leave,
      replace: (next) => leave(() => location.replace(formatRoute(next))),
      setUnsaved,
      setHeld,
      setOnDiscard: (handler) => (onDiscard.current = handler),
    };
  }, [route, visit, leave, setUnsaved, setHeld]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
