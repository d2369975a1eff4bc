/** Icons of tiles and of the editor of pictures, in the manner of the form's. */
export const pictureIcons = {
  arrow: 'M3 13 12.5 3.500M6.5 3.200h6.300v6.300',
  bar: 'M2.5 5.700h11M2.5 7.200h11M2.5 8.700h11M2.5 10.200h11',
  blur: 'M3 3v.1M6.300 3v.1M9.700 3v.1M13 3v.1M3 6.300v.1M6.300 6.300v.1M9.700 6.300v.1M13 6.300v.1M3 9.700v.1M6.300 9.700v.1M9.700 9.700v.1M13 9.700v.1M3 13v.1M6.300 13v.1M9.700 13v.1M13 13v.1',
  box: 'M2.500 3h11v10h-11z',
  lock: 'M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2M8 9.500V11',
  minus: 'M3 8h10',
  pencil: 'M3 13l.7-3L10.5 3.200l2.3 2.300L6 12.300zM9 4.700l2.3 2.3',
  redo: 'M10.500 3.500 13.500 6.500l-3 3M13.500 6.500H6.500a3.300 3.300 0 0 0 0 6.600h2.500',
  text: 'M3 5V3h10v2M8 3v10M6 13h4',
  undo: 'M5.500 3.500 2.500 6.500l3 3M2.500 6.500h7a3.300 3.300 0 0 1 0 6.600H7',
} as const;
