/// Texts of files, each with one thing wrong that is named.
enum Sample {
  static let clean = task(image: "registry.example.com/web:1.4.2")
  /// IMG001 at line 3.
  static let latest = task(image: "registry.example.com/web:latest")
  /// SCH001, with a safe fix.
  static let misspelt = task(image: "registry.example.com/web:1.4.2", essential: "esential")

  static func task(
    family: String = "api", image: String = "registry.example.com/web:1.4.2", essential: String = "essential",
    extra: String = ""
  ) -> String {
    """
    {
      "family": "\(family)",\(extra)
      "containerDefinitions": [
        { "name": "web", "image": "\(image)", "memory": 512, "\(essential)": true,
          "healthCheck": { "command": ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"], "startPeriod": 30 },
          "logConfiguration": { "logDriver": "json-file" } }
      ]
    }

    """
  }

  /// A service that names a container of its task definition: REF001 when there is none of that name.
  static func service(family: String = "api", container: String) -> String {
    """
    {
      "serviceName": "api",
      "cluster": "main",
      "taskDefinition": "\(family)",
      "desiredCount": 2,
      "healthCheckGracePeriodSeconds": 60,
      "deploymentConfiguration": { "deploymentCircuitBreaker": { "enable": true, "rollback": true } },
      "serviceRegistries": [
        { "registryArn": "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-abc", "containerName": "\(container)", "containerPort": 80 }
      ]
    }

    """
  }

  /// A Cloud Run service in YAML: IMG001 at its image.
  static let yaml = """
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: api
      annotations:
        run.googleapis.com/ingress: internal
    spec:
      template:
        spec:
          serviceAccountName: api@example.iam.gserviceaccount.com
          containers:
            - image: europe-docker.pkg.dev/example/web/api:latest

    """
}
