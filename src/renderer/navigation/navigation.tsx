import { App } from 'antd';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { callMain } from '../archive/bridge.ts';
import { messages } from './messages.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

type Navigation = {
  readonly route: Route;
  /** Goes to a screen; asks first when a form would lose something. */
  readonly go: (route: Route) => void;
  readonly back: () => void;
  /** Goes to a screen in place of the present one, so that going back does not return to a form that is done. */
  readonly replace: (route: Route) => void;
  /** A form says whether leaving it now would lose something. */
  readonly setUnsaved: (unsaved: boolean) => void;
};

const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('No navigation around this component.');
  return navigation;
}

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const { modal } = App.useApp();
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  const unsaved = useRef(false);
  const asking = useRef(false);
  const shown = useRef(location.hash);

  const setUnsaved = useCallback((value: boolean) => {
    if (unsaved.current === value) return;
    unsaved.current = value;
    void callMain('window:unsaved', value);
  }, []);

  const leave = useCallback(
    (proceed: () => void) => {
      if (!unsaved.current) return proceed();
      if (asking.current) return;
      asking.current = true;
      const { title, content, okText, cancelText } = messages.unsaved;
      const done = () => (asking.current = false);
      const onOk = () => {
        setUnsaved(false);
        proceed();
      };
      modal.confirm({ title, content, okText, cancelText, okButtonProps: { danger: true }, onOk, afterClose: done });
    },
    [modal, setUnsaved],
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

  const navigation = useMemo<Navigation>(
    () => ({
      route,
      go: (next) => leave(() => (location.hash = formatRoute(next))),
      back: () => leave(() => history.back()),
      replace: (next) => leave(() => location.replace(formatRoute(next))),
      setUnsaved,
    }),
    [route, leave, setUnsaved],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
