import type { ThemeConfig } from 'antd';

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif";

/** Lists and calendars are measured while they open: for somebody who wants no motion they must have none, not a very short one. */
const wantsStillness = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Deep teal and steppe blue on warm paper, one saffron accent. The same colours as variables: styles/tokens.css. */
export const theme: ThemeConfig = {
  token: {
    fontFamily: FONT,
    fontSize: 15,
    colorPrimary: '#0f5c66',
    colorLink: '#0f5c66',
    colorLinkHover: '#0b3f4a',
    colorInfo: '#1d5f86',
    colorSuccess: '#1f6b45',
    colorWarning: '#8a5200',
    colorError: '#a32020',
    colorTextBase: '#13252a',
    colorTextPlaceholder: '#5b6c70',
    colorTextDisabled: '#536468',
    colorBgLayout: '#f5f6f3',
    colorBorder: '#7b9094',
    colorBorderSecondary: '#d6dedd',
    borderRadius: 4,
    borderRadiusLG: 6,
    controlHeight: 38,
    controlHeightSM: 30,
    controlHeightLG: 46,
    boxShadow: '0 6px 24px rgb(11 63 74 / 14%)',
    boxShadowSecondary: '0 6px 24px rgb(11 63 74 / 14%)',
    motion: !wantsStillness,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 600 },
    Segmented: { itemSelectedColor: '#0b3f4a', trackBg: '#e6ebe9' },
  },
};
