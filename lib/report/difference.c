#include "report/difference.h"

/* "€ 400 goedkoper (€ 133 per week)": what each unit of `units` buys, when that is a euro or more.
 */
static const char *with_rate(lri_page *page, const char *part, int64_t euros, int64_t units,
                             lri_say say) {
    if (units <= 0 || euros < units) return part;
    return LRI_SAY(page, say, {"part", part},
                   {"rate", lri_page_euros(page, (euros + units / 2) / units)});
}

const char *lri_difference(lri_page *page, const leerroute_route *route,
                           const leerroute_route *other, bool rates) {
    int64_t weeks = (route->finish - other->finish) / 7;
    int64_t cost = route->cost_eur - other->cost_eur;
    int64_t hours = route->study_hours - other->study_hours;
    lri_series parts = {0};
    if (weeks) {
        const char *count = lri_page_count(page, weeks < 0 ? -weeks : weeks, LRI_SAY_WEEKS);
        lri_series_add(
            page, &parts,
            LRI_SAY(page, weeks < 0 ? LRI_SAY_EARLIER : LRI_SAY_LATER, {"weeks", count}));
    }
    if (cost) {
        const char *euros = lri_page_euros(page, cost < 0 ? -cost : cost);
        const char *part =
            LRI_SAY(page, cost < 0 ? LRI_SAY_CHEAPER : LRI_SAY_DEARER, {"cost", euros});
        if (rates && cost < 0) part = with_rate(page, part, -cost, weeks, LRI_SAY_PER_WEEK);
        lri_series_add(page, &parts, part);
    }
    if (hours) {
        const char *count = lri_page_count(page, hours < 0 ? -hours : hours, LRI_SAY_STUDY_HOURS);
        const char *part =
            LRI_SAY(page, hours < 0 ? LRI_SAY_FEWER : LRI_SAY_MORE, {"hours", count});
        if (rates && !weeks) part = with_rate(page, part, cost, -hours, LRI_SAY_PER_HOUR);
        lri_series_add(page, &parts, part);
    }
    int64_t first = route->first && other->first ? (route->first_week - other->first_week) / 7 : 0;
    if (first) {
        const char *count = lri_page_count(page, first < 0 ? -first : first, LRI_SAY_WEEKS);
        lri_series_add(page, &parts,
                       LRI_SAY(page, first < 0 ? LRI_SAY_FIRST_EARLIER : LRI_SAY_FIRST_LATER,
                               {"weeks", count}));
    }
    if (!parts.count) return lri_form(page->language, LRI_SAY_NO_DIFFERENCE);
    return lri_series_join(page, &parts, LRI_SAY_COMMA);
}
