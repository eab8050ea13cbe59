import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, type ReactNode } from 'react';
import type { Settings } from '#contract/settings';
import { styleNonce } from '../components/style-nonce.ts';
import { appTheme } from './theme.ts';
import { useDarkMode } from './use-dark-mode.ts';
import { useSystemStill } from './use-system-preference.ts';

type ThemedProps = { readonly theme: Settings['theme']; readonly children: ReactNode };

/** The interface kit with our look, in Chinese; its style sheets carry the page's nonce. */
export function Themed({ theme, children }: ThemedProps) {
  const isDark = useDarkMode(theme);
  const isStill = useSystemStill();
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={appTheme(isDark, isStill)}
      csp={{ nonce: styleNonce }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="app" message={{ maxCount: 2 }}>
        {children}
      </AntApp>
    </ConfigProvider>
  );
}
