import Syntax

extension CloudRunResource {
  /// The policy that images must fulfil: `default`, or `projects/P/platforms/cloudRun/POLICY`.
  package var binaryAuthorization: Field<String> { annotation("run.googleapis.com/binary-authorization") }

  /// Why the policy is passed by, with the place of its key; nil when it is not.
  package var breakglass: Mapping.Entry? {
    annotations.value?.mapping?.entry("run.googleapis.com/binary-authorization-breakglass")
  }
}

extension CloudRunResource {
  /// The key that encrypts what is deployed: `projects/P/locations/L/keyRings/R/cryptoKeys/K`.
  package var encryptionKey: Field<Text> {
    templateAnnotations.field("run.googleapis.com/encryption-key").text.orAbsentIfEmpty
  }
}
