import { theme, type ThemeConfig } from 'antd';

const FONT_FAMILY =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

/**
 * Too short to be seen. Without any motion the kit opens its dialogs before they are in the page, and a field that asks
 * for the cursor does not get it.
 */
const STILL = { motionDurationFast: '1ms', motionDurationMid: '1ms', motionDurationSlow: '1ms' };

/**
 * A calm office look: an ink blue for what can be done, one seal red for the name, hairlines instead of shadows.
 *
 * @param isStill nothing fades or slides (WCAG 2.2, 2.3.3)
 */
export function appTheme(isDark: boolean, isStill: boolean): ThemeConfig {
  return {
    cssVar: { key: 'rongdang' },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      // White on it is read easily (WCAG 2.2 AA, 4.5 to 1), also after the dark algorithm has dimmed it.
      colorPrimary: isDark ? '#487dbb' : '#245a96',
      colorInfo: isDark ? '#5b93d3' : '#245a96',
      colorLink: isDark ? '#7fb0e6' : '#245a96',
      // The kit's own is too pale to be read.
      colorLinkHover: isDark ? '#a9ccf0' : '#326cad',
      colorError: isDark ? '#f28b8f' : '#c02a30',
      colorPrimaryBg: isDark ? '#1d2d40' : '#e6eff8',
      colorPrimaryBgHover: isDark ? '#25394f' : '#d5e4f3',
      colorInfoBg: isDark ? '#1d2d40' : '#eef4fa',
      colorInfoBorder: isDark ? '#2f4a66' : '#c3d8ec',
      colorTextTertiary: isDark ? '#a3a6ab' : '#5f6369',
      colorTextPlaceholder: isDark ? '#9a9da2' : '#6b7077',
      colorBgLayout: isDark ? '#141517' : '#f5f6f8',
      colorBgContainer: isDark ? '#1c1e21' : '#ffffff',
      colorBgElevated: isDark ? '#25282c' : '#ffffff',
      borderRadius: 4,
      fontFamily: FONT_FAMILY,
      fontSize: 14,
      wireframe: false,
      ...(isStill ? STILL : { motionDurationMid: '0.12s', motionDurationSlow: '0.16s' }),
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        dangerColor: isDark ? '#241012' : '#ffffff',
      },
      Tabs: { itemSelectedColor: isDark ? '#7fb0e6' : '#245a96' },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    },
  };
}
