const minuteMs = 60000;
/** Makes one that has counted nothing. A minute begins with the first item after the one before. */
function createLimiter() {
    let start = 0;
    let inMinute = 0;
    let all = 0;
    return {
        reached({ itemsPerMinute, maxItems }, at) {
            // Also where the clock has jumped, either way; without a clock no minute ends.
            if (Math.abs(at - start) >= minuteMs) {
                start = at;
                inMinute = 0;
            }
            // What is over the limit is counted, too, so that the text comes once.
            if (maxItems && all >= maxItems) {
                return all++ === maxItems ? 'maxItems has been hit, ignoring errors until reset.' : '';
            }
            if (itemsPerMinute && inMinute >= itemsPerMinute) {
                return inMinute++ === itemsPerMinute
                    ? 'item per minute limit reached, ignoring errors until timeout'
                    : '';
            }
            return undefined;
        },
        count() {
            inMinute++;
            all++;
        },
    };
}

export { createLimiter };
