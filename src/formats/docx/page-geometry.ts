/** All lengths in twips, twentieths of a point, the unit of WordprocessingML. */
const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

export function millimetres(value: number): number {
  return Math.round(value * TWIPS_PER_MILLIMETRE);
}

/**
 * GB/T 9704-2012, 5.1 and 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; so 35 mm are left below, 26 mm at the right.
 */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  top: millimetres(37),
  left: millimetres(28),
  right: 11_906 - millimetres(28) - millimetres(156),
  bottom: 16_838 - millimetres(37) - millimetres(225),
  /** 7.5: the dash of the page number stands 7 mm below the type area; measured from the page's edge to the line's foot. */
  footer: millimetres(25),
} as const;

export const TYPE_AREA = { width: millimetres(156), height: millimetres(225) } as const;
