package frameworks

import "slices"

// bodyReaders are the functions of the standard library and of libraries of
// formats that read an io.Reader to its end, or for as long as one value lasts.
// encoding/csv and bufio.Scanner read what they return and no more.
var bodyReaders = &Framework{
	Name: "readers",
	BodyReads: slices.Concat(
		bodyReads("io", "", 0, "ReadAll"),
		bodyReads("io/ioutil", "", 0, "ReadAll"),
		bodyReads("bytes", "Buffer", 0, "ReadFrom"),
		[]BodyRead{
			{Func: Func{"io", "", "Copy"}, Body: 1, ToMemory: true},
			{Func: Func{"io", "", "CopyBuffer"}, Body: 1, ToMemory: true},
		},
		decodes("encoding/json", "", 0, "NewDecoder"),
		decodes("encoding/json/v2", "", 0, "UnmarshalRead"),
		decodes("encoding/xml", "", 0, "NewDecoder"),
		decodes("encoding/gob", "", 0, "NewDecoder"),
		decodes("gopkg.in/yaml.v2", "", 0, "NewDecoder"),
		decodes("gopkg.in/yaml.v3", "", 0, "NewDecoder"),
		decodes("go.yaml.in/yaml/v2", "", 0, "NewDecoder"),
		decodes("go.yaml.in/yaml/v3", "", 0, "NewDecoder"),
		decodes("go.yaml.in/yaml/v4", "", 0, "NewDecoder"),
		decodes("github.com/goccy/go-yaml", "", 0, "NewDecoder"),
		decodes("github.com/goccy/go-json", "", 0, "NewDecoder"),
		decodes("github.com/segmentio/encoding/json", "", 0, "NewDecoder"),
		decodes("github.com/json-iterator/go", "", 0, "NewDecoder"),
		decodes("github.com/json-iterator/go", "API", 0, "NewDecoder"),
		decodes("github.com/bytedance/sonic", "API", 0, "NewDecoder"),
		decodes("github.com/bytedance/sonic/decoder", "", 0, "NewStreamDecoder"),
		decodes("github.com/vmihailenco/msgpack/v5", "", 0, "NewDecoder"),
		decodes("github.com/pelletier/go-toml/v2", "", 0, "NewDecoder"),
		decodes("github.com/BurntSushi/toml", "", 0, "NewDecoder", "DecodeReader"),
		decodes("github.com/fxamacker/cbor/v2", "", 0, "NewDecoder"),
	),
}
