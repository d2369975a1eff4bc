const asItIs = (value: unknown) => value;

/** date, timestamp, timestamptz and their arrays. */
const dateAndTime = [1082, 1114, 1184, 1182, 1115, 1185];
/** time, interval and the array of numeric: text too, as drizzle reads them. */
const otherText = [1083, 1231];

/**
 * How values travel: what drizzle sets on a client of its own, said once for every pool. JSON is
 * written by drizzle or the caller, date and time are read by drizzle's columns, and int8 is a
 * number where that is exact.
 */
export const plainTypes = {
  dateAndTime: {
    to: 1184,
    from: [...dateAndTime, ...otherText],
    parse: asItIs,
    serialize: asItIs,
  },
  json: { to: 114, from: [], parse: asItIs, serialize: asItIs },
  jsonb: { to: 3802, from: [], parse: asItIs, serialize: asItIs },
  int8: {
    to: 20,
    from: [20],
    parse: (text: string) => {
      const number = Number(text);
      return Number.isSafeInteger(number) ? number : text;
    },
    serialize: String,
  },
};
