/** Nobody reads further: what lies behind so many is not counted. */
export const MOST = 1000;
