/** Vendors whose product a page can stand in for; the names are the widget keys too. */
export const vendors = ['modme', 'didox24', 'moidokumenty', 'technokad', 'jokercrm'] as const;
export type Vendor = (typeof vendors)[number];

/** Short name for the switch, as the vendor writes it. */
export const vendorNames: Readonly<Record<Vendor, string>> = {
  modme: 'MODME',
  didox24: 'Didox24',
  moidokumenty: 'Мои документы онлайн',
  technokad: 'ТехноКад',
  jokercrm: 'JokerCRM',
};

/** Version that each invented product reports to the widget. */
export const appVersions: Readonly<Record<Vendor, string>> = {
  modme: '4.18.2',
  didox24: '1.6.0',
  moidokumenty: '3.9.1',
  technokad: '8.4.0.112',
  jokercrm: '2026.11',
};
