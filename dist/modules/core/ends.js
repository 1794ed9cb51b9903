/** Of more items than that only both ends, with `gap` in the place of what is missing. */
const ends = (items, most, ...gap) => items.length > most ? [...items.slice(0, most / 2), ...gap, ...items.slice(-most / 2)] : items;

export { ends };
