/// The version of everything that is released from here; `Scripts/version` reads it.
let toolVersion = "0.1.0"
