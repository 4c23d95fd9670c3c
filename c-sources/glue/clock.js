// Every library lives in UTC: the same program gives the same trace in every place. The glue's own functions for local
// time also allocate C memory without the checker knowing, which would then be forbidden to everybody.
//
// 32 and 36 are the offsets of tm_isdst and tm_gmtoff in C's `struct tm`.
mergeInto(LibraryManager.library, {
  _tzset_js: function () {},
  _localtime_js__deps: ["_gmtime_js"],
  _localtime_js: function (time, tm) {
    __gmtime_js(time, tm);
    HEAP32[(tm + 32) >> 2] = 0;
    HEAP32[(tm + 36) >> 2] = 0;
  },
  _mktime_js__deps: ["_timegm_js"],
  _mktime_js: function (tm) {
    HEAP32[(tm + 32) >> 2] = 0;
    return __timegm_js(tm);
  },
});
