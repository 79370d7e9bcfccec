//! Rows as Apache Parquet: columns that may be null, in row groups, compressed with Snappy.
//!
//! Numbers of reports are `DECIMAL(19, 6)`, which holds all of them exactly.
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};

use super::{Column, Field, Kind, Rows};
use crate::whole_file::Output;

/// So many rows are held before they are written: a batch of a few megabytes.
const ROWS_PER_GROUP: usize = 2_000;
const PRECISION: i32 = 19;
const SCALE: i32 = 6;
/// Bytes that hold a signed integer of 19 digits.
const WIDTH: usize = 9;

/// A file being written.
pub(super) struct Parquet {
    writer: SerializedFileWriter<Output>,
    rows: Vec<Vec<Field>>,
}

impl Parquet {
    pub(super) fn new(columns: &[Column], out: Output) -> anyhow::Result<Self> {
        let fields = columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
        let schema = Type::group_type_builder("gouji").with_fields(fields).build()?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("gouji {}", env!("CARGO_PKG_VERSION")));
        let writer = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties.build()))?;
        Ok(Self { writer, rows: Vec::new() })
    }

    fn group(&mut self) -> anyhow::Result<()> {
        let mut group = self.writer.next_row_group()?;
        let mut position = 0;
        while let Some(mut column) = group.next_column()? {
            let fields = self.rows.iter().map(|row| row.get(position).unwrap_or(&Field::Null));
            let levels: Vec<i16> = fields.clone().map(|field| i16::from(*field != Field::Null)).collect();
            let levels = Some(levels.as_slice());
            match column.untyped() {
                ColumnWriter::ByteArrayColumnWriter(writer) => {
                    let texts = fields.filter_map(|field| match field {
                        Field::Text(text) => Some(ByteArray::from(text.as_str())),
                        _ => None,
                    });
                    writer.write_batch(&texts.collect::<Vec<_>>(), levels, None)?;
                }
                ColumnWriter::Int64ColumnWriter(writer) => {
                    let counts = fields.filter_map(|field| match field {
                        Field::Count(count) => Some(*count),
                        _ => None,
                    });
                    writer.write_batch(&counts.collect::<Vec<_>>(), levels, None)?;
                }
                ColumnWriter::FixedLenByteArrayColumnWriter(writer) => {
                    let numbers = fields.filter_map(|field| match field {
                        Field::Number(number) => Some(decimal(number.millionths())),
                        _ => None,
                    });
                    writer.write_batch(&numbers.collect::<Vec<_>>(), levels, None)?;
                }
                _ => anyhow::bail!("column {position} is of no type that was asked for"),
            }
            column.close()?;
            position += 1;
        }
        group.close()?;
        self.rows.clear();
        Ok(())
    }
}

/// Big-endian, in two's complement, as the format asks for.
fn decimal(millionths: i128) -> FixedLenByteArray {
    let bytes = millionths.to_be_bytes();
    ByteArray::from(bytes[bytes.len() - WIDTH..].to_vec()).into()
}

fn field(column: &Column) -> Result<TypePtr, parquet::errors::ParquetError> {
    let builder = |physical| Type::primitive_type_builder(&column.name, physical).with_repetition(Repetition::OPTIONAL);
    let built = match column.kind {
        Kind::Text => builder(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
        Kind::Count => builder(Physical::INT64).build(),
        Kind::Number => builder(Physical::FIXED_LEN_BYTE_ARRAY)
            .with_length(i32::try_from(WIDTH).unwrap_or_default())
            .with_converted_type(ConvertedType::DECIMAL)
            .with_precision(PRECISION)
            .with_scale(SCALE)
            .build(),
    };
    built.map(Arc::new)
}

impl Rows for Parquet {
    fn row(&mut self, row: Vec<Field>) -> anyhow::Result<()> {
        self.rows.push(row);
        if self.rows.len() >= ROWS_PER_GROUP { self.group() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<Output> {
        if !self.rows.is_empty() {
            self.group()?;
        }
        Ok(self.writer.into_inner()?)
    }
}
