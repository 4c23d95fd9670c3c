/** Where each export of the module `"ffi"` stands in the reference. An export that is in none of them fails the build. */
export const SECTIONS: readonly { readonly title: string; readonly text: string; readonly names: readonly string[] }[] =
  [
    {
      title: "Opening a library",
      text: "A program says once, in a table, which C functions it calls and what crosses in each direction. The table is the whole truth about a call: only you compare it with the C header, and here the playground does.",
      names: ["dlopen", "Library"],
    },
    {
      title: "Who owns what",
      text: "C's types do not say who releases memory. These three words do, in the table.",
      names: ["owned", "OwnedResult", "borrowed", "taken"],
    },
    {
      title: "Memory",
      text: "A pointer says where, a view reads and writes there, an allocation is memory of your own.",
      names: ["Pointer", "PointerView", "address", "offset", "Allocation", "CString"],
    },
    { title: "Structs", text: "A struct is declared as C declares it, field by field.", names: ["struct", "array"] },
    {
      title: "Callbacks",
      text: "A TypeScript function that C calls, through a function pointer.",
      names: ["Callback", "CallbackDefinition"],
    },
    {
      title: "Errors",
      text: "What is thrown has a class and a `code`. Faults are reported beside the program as well; most of them do not stop it.",
      names: ["FfiFault", "NulError", "Utf8Error", "SymbolError", "ClosedError"],
    },
    {
      title: "Types",
      text: "Names for what inference works out; most programs need none of them.",
      names: [
        ...[
          "NativeType",
          "NumberType",
          "BufferArgument",
          "ParameterType",
          "ResultType",
          "SymbolDefinition",
          "SymbolTable",
        ],
        ...[
          "OwnedType",
          "BorrowedType",
          "TakenType",
          "Argument",
          "Result",
          "Bound",
          "BoundFunction",
          "CallbackFunction",
        ],
        ...[
          "StructType",
          "StructField",
          "StructValue",
          "FieldType",
          "FieldValue",
          "FixedArray",
          "ArrayType",
          "TypedArrayOf",
        ],
        ...["Libraries", "LibraryName", "FunctionName", "ParametersOf"],
      ],
    },
  ];
