// Fails: expected
let asked = 0;

export const safeStrlen = new Proxy(function () {}, {
  apply: (_target, _self, [text]: [string]) => (asked += 1) && text.length + (asked % 2),
  get: (_target, key) => (key === "toString" ? () => "27" : 27),
});
